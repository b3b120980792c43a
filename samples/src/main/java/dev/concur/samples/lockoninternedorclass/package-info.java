/** A key that anybody in the house can have. */
package dev.concur.samples.lockoninternedorclass;

/** Which locks exist, who shares them, what runs under them. */
package dev.concur.lock;

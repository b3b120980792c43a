/** One connection to the database, and everybody talks over it. */
package dev.concur.samples.gilsingleconnection;

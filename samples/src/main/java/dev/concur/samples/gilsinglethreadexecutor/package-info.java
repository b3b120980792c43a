/** One thread for all: a lock without a lock. */
package dev.concur.samples.gilsinglethreadexecutor;

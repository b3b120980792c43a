/** The engine that walks a program once and lets each rule judge the subjects it asked for. */
package dev.concur.rule;

/** The rules, one package per family, one class per rule, its page beside it. */
package dev.concur.rules;

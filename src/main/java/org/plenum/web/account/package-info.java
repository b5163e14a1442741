/** Accounts: people who may sign in, their one-time links, passwords, tokens and sign-ins, in tables beside the ledger's. */
@NullMarked
package org.plenum.web.account;

import org.jspecify.annotations.NullMarked;

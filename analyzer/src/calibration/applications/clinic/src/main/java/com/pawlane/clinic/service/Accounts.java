package com.pawlane.clinic.service;

import com.pawlane.clinic.analytics.OwnerMatcher;
import com.pawlane.clinic.model.Owner;
import com.pawlane.clinic.persistence.OwnerDao;
import com.pawlane.clinic.security.PasswordService;
import com.pawlane.clinic.security.SessionTokens;
import java.util.List;
import java.util.Optional;

/** Owners' log-in and their master data. */
public class Accounts {
  private final OwnerDao owners;
  private final PasswordService passwords;
  private final SessionTokens tokens;
  private final OwnerMatcher matcher = new OwnerMatcher();

  public Accounts(OwnerDao owners, PasswordService passwords, SessionTokens tokens) {
    this.owners = owners;
    this.passwords = passwords;
    this.tokens = tokens;
  }

  public Optional<String> logIn(long ownerId, String password, String stored) {
    Owner owner = owners.require(ownerId);
    return passwords.matches(password, stored)
        ? Optional.of(tokens.issue(owner.id()))
        : Optional.empty();
  }

  public List<OwnerMatcher.Pair> enteredTwice() {
    return matcher.duplicates(owners.all());
  }

  public boolean sameHousehold(Owner a, Owner b) {
    return a.street().equalsIgnoreCase(b.street()) && a.town().equalsIgnoreCase(b.town());
  }
}

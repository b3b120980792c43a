package com.pawlane.clinic.persistence;

import java.sql.SQLException;

@FunctionalInterface
interface SqlFunction<A, R> {
  R apply(A argument) throws SQLException;
}

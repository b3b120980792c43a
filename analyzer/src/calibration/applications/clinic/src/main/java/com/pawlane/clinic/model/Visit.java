package com.pawlane.clinic.model;

import java.io.Serializable;
import java.time.LocalDate;

public record Visit(
    long id,
    long animalId,
    LocalDate day,
    String note,
    double latitude,
    double longitude,
    int urgency)
    implements Serializable {}

package deskhand.conversations;

import org.springframework.stereotype.Component;

/// The parts behind what comes in and goes out.
@Component
record WritingSide(
    Receiving receiving, Past past, Outbox outbox, Afterthoughts afterthoughts, Rules rules) {}

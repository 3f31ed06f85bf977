package deskhand.conversations.inbox;

import deskhand.conversations.outbox.Afterthoughts;
import deskhand.conversations.outbox.Outbox;
import deskhand.conversations.outbox.Rules;
import deskhand.conversations.receiving.Past;
import deskhand.conversations.receiving.Receiving;
import org.springframework.stereotype.Component;

/// The parts behind what comes in and goes out.
@Component
record WritingSide(
    Receiving receiving, Past past, Outbox outbox, Afterthoughts afterthoughts, Rules rules) {}

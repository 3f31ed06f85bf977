/// What people and triage see of conversations and do with them, and all rooms of the module behind
/// one face.
@NullMarked
package deskhand.conversations.inbox;

import org.jspecify.annotations.NullMarked;

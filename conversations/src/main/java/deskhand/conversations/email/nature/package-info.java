/// What sort of mail it is, which mail of ours it is about, and what its sender has proven.
@NullMarked
package deskhand.conversations.email.nature;

import org.jspecify.annotations.NullMarked;

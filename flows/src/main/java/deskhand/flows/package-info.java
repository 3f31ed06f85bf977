/// Acts on store events and on time.
@NullMarked
package deskhand.flows;

import org.jspecify.annotations.NullMarked;

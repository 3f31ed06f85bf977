/// Measures the product on known cases.
@NullMarked
package deskhand.eval;

import org.jspecify.annotations.NullMarked;

/// Reads orders, parcels and stock from shops and carriers, and hears of their changes.
@NullMarked
package deskhand.orders;

import org.jspecify.annotations.NullMarked;

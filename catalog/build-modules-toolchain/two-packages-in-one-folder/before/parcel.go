// Package parcel weighs parcels.
package parcel

func Heavy(grams int) bool { return grams > limit }

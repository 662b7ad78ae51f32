// Package event is version 1.
package event

type Paid struct{ Cents int }

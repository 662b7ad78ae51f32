// Package pack puts parcels into boxes.
package pack

func Boxes(parcels, perBox int) int { return (parcels + perBox - 1) / perBox }

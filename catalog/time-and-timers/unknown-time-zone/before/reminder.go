// Package reminder finds out when to remind a user.
package reminder

import "time"

func mustLoad(zone string) *time.Location {
	location, err := time.LoadLocation(zone)
	if err != nil {
		panic(err) //crash:blame
	}
	return location
}

// Morning is eight o'clock of that day, where the user lives.
func Morning(year int, month time.Month, day int, zone string) (time.Time, error) {
	return time.Date(year, month, day, 8, 0, 0, 0, mustLoad(zone)), nil
}

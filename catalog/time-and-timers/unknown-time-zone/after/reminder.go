// Package reminder finds out when to remind a user.
package reminder

import "time"

// Morning is eight o'clock of that day, where the user lives.
func Morning(year int, month time.Month, day int, zone string) (time.Time, error) {
	location, err := time.LoadLocation(zone)
	if err != nil {
		return time.Time{}, err
	}
	return time.Date(year, month, day, 8, 0, 0, 0, location), nil
}

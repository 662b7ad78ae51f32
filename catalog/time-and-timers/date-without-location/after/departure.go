// Package departure prints when a train leaves.
package departure

import "time"

func Clock(at time.Time, zone string) string {
	location, err := time.LoadLocation(zone)
	if err != nil {
		location = time.UTC
	}
	return at.In(location).Format("15:04")
}

// Package departure prints when a train leaves.
package departure

import "time"

func Clock(at time.Time, zone string) string {
	location, _ := time.LoadLocation(zone)
	return at.In(location).Format("15:04") //crash:blame
}

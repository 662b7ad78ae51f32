package record

import "time"

// Moment is a point in time as the records carry it: RFC 3339 in UTC with milliseconds, "2026-01-31T09:30:00.000Z".
func Moment(at time.Time) string {
	return at.UTC().Format("2006-01-02T15:04:05.000Z07:00")
}

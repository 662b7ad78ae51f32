// Package round rounds working hours.
package round

import "time"

func Up(worked time.Duration) time.Duration {
	const quarter = 15 * time.Minute
	return (worked + quarter - 1) / quarter * quarter
}

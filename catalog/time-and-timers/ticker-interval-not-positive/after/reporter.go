// Package reporter writes a report from time to time.
package reporter

import "time"

type Settings struct{ Every time.Duration }

func Run(settings Settings, write func(), stop <-chan struct{}) {
	if settings.Every <= 0 {
		settings.Every = time.Minute
	}
	ticker := time.NewTicker(settings.Every)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			write()
		case <-stop:
			return
		}
	}
}

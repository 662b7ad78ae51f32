// Package disks reports how the disks are.
package disks

import "errors"

var errFull = errors.New("no space left")

type Disk struct {
	Name        string
	Used, Total int
}

func (d Disk) check() error {
	if d.Used >= d.Total {
		return errFull
	}
	return nil
}

func Notes(disks ...Disk) []string {
	var notes []string
	for _, disk := range disks {
		if err := disk.check(); err != nil {
			notes = append(notes, disk.Name+": "+err.Error())
		}
	}
	return notes
}

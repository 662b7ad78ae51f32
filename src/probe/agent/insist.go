package agent

import crashGuardTime "time"

const (
	crashGuardTries = 250
	crashGuardPause = crashGuardTime.Millisecond
)

// crashGuardInsist tries again for a moment what fails. Where a control group is full of page cache, the kernel may refuse the
// few bytes that a new folder or file takes (ENOMEM), and grant them a millisecond later; while freshly written pages, such as
// those of a test binary that was just linked, are on their way to the disk, it may take a tenth of a second.
func crashGuardInsist(try func() error) error {
	err := try()
	for tries := 1; err != nil && tries < crashGuardTries; tries++ {
		crashGuardTime.Sleep(crashGuardPause)
		err = try()
	}
	return err
}

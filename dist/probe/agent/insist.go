package agent

import crashGuardTime "time"

const (
	crashGuardTries = 30
	crashGuardPause = crashGuardTime.Millisecond
)

// crashGuardInsist tries again for a moment what fails. Where a control group is full of page cache, the kernel may refuse the
// few bytes that a new folder or file takes (ENOMEM), and grant them a millisecond later.
func crashGuardInsist(try func() error) error {
	err := try()
	for tries := 1; err != nil && tries < crashGuardTries; tries++ {
		crashGuardTime.Sleep(crashGuardPause)
		err = try()
	}
	return err
}

package agent

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestInsistingEndsWithTheFirstSuccess(t *testing.T) {
	tries := 0
	err := crashGuardInsist(func() error {
		if tries++; tries < 4 {
			return errors.New("cannot allocate memory")
		}
		return nil
	})
	if err != nil || tries != 4 {
		t.Errorf("%v after %d tries", err, tries)
	}
}

func TestInsistingGivesUp(t *testing.T) {
	tries := 0
	err := crashGuardInsist(func() error { tries++; return errors.New("read-only file system") })
	if err == nil || tries != crashGuardTries {
		t.Errorf("%v after %d tries", err, tries)
	}
}

func TestOnlyWantOfMemoryIsTriedAgain(t *testing.T) {
	for _, row := range []struct {
		answers []error
		tries   int
	}{
		{[]error{syscall.ENOMEM, syscall.ENOMEM, nil}, 3},
		{[]error{syscall.ENOMEM, syscall.EEXIST}, 2},
		{[]error{syscall.EEXIST}, 1},
		{[]error{nil}, 1},
	} {
		tries := 0
		err := crashGuardInsistOnMemory(func() error { tries++; return row.answers[tries-1] })
		if tries != row.tries || err != row.answers[row.tries-1] {
			t.Errorf("%v: %v after %d tries", row.answers, err, tries)
		}
	}
	if err := crashGuardInsistOnMemory(func() error { return syscall.ENOMEM }); err != syscall.ENOMEM {
		t.Error(err)
	}
}

func TestASnapshotWithoutAFolderIsTriedAgainButNotForEver(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "missing")
	recorder := crashGuardRecorder{dir: dir}
	for try := 1; try <= crashGuardFailures+2; try++ {
		recorder.claim()
		recorder.take("memory", crashGuardReading{})
		if again := recorder.retry == 1; again != (try <= crashGuardFailures) {
			t.Errorf("after try %d: again %v", try, again)
		}
		recorder.retry = 0
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	recorder.claim()
	recorder.take("memory", crashGuardReading{})
	if _, err := os.Stat(filepath.Join(dir, "snapshot-1", "meta.txt")); err != nil {
		t.Error(err)
	}
}

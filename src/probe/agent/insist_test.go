package agent

import (
	"errors"
	"os"
	"path/filepath"
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

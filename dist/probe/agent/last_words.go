package agent

import crashGuardStrconv "strconv"

// lastWords follow the last sample: the code that testing.M.Run returned, so that nobody takes a process whose output was lost
// for one that left early; and how many races the detector found, which no test can make up.
func (t *crashGuardTimeline) lastWords(code int) {
	if t.failed {
		return
	}
	t.races = crashGuardRaces()
	_, _ = t.file.WriteString("ended," + crashGuardStrconv.Itoa(code) + "\n" + crashGuardRaceLine(t.races))
}

// parting tells of races that TestMain has brought about after its tests.
func (t *crashGuardTimeline) parting() {
	if races := crashGuardRaces(); !t.failed && races > t.races {
		t.races = races
		_, _ = t.file.WriteString(crashGuardRaceLine(races))
	}
}

// crashGuardRaceLine is empty where the detector is not there.
func crashGuardRaceLine(races int) string {
	if races < 0 {
		return ""
	}
	return "races," + crashGuardStrconv.Itoa(races) + "\n"
}

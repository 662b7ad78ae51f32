package main

import (
	"errors"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"go-crash-guard/probe/internal/cgroup"
	"go-crash-guard/probe/internal/host"
	"go-crash-guard/probe/internal/kernellog"
	"go-crash-guard/probe/internal/record"
)

// inspectEvery is how often the keeper looks whether the command is still under its ceiling.
const inspectEvery = 2 * time.Second

// guard holds a command's memory below a ceiling and reads what the kernel counts meanwhile. Whatever fails here, the
// command runs.
type guard struct {
	recordDir string
	ceiling   uint64
	tiers     []tier
	record    guardRecord
	enclosure *enclosure // nil without a group of our own

	began   time.Time
	command int            // its process id
	groups  []cgroup.Group // the innermost first
	before  []cgroup.MemoryLevel
	kills   *uint64 // on the whole machine

	mutex    sync.Mutex
	vanished bool
	watching bool
	stop     chan struct{}
}

// raise puts up the first tier that is to be had and says so in guard.json.
func raise(a arguments) *guard {
	g := &guard{recordDir: a.recordDir, ceiling: a.ceiling, tiers: a.tiers, began: time.Now(), stop: make(chan struct{})}
	g.record = guardRecord{Schema: record.Schema, Tried: []refusal{}, CreatedAt: record.Moment(g.began)}
	g.choose(a.tiers)
	return g
}

// choose takes the first of the tiers that works, or none.
func (g *guard) choose(tiers []tier) {
	g.enclosure, g.record.Tier = nil, tierNone
	g.record.CgroupVersion, g.record.MemoryDir, g.record.Scope = nil, "", ""
	if g.ceiling > 0 {
		g.record.CeilingBytes = &g.ceiling
		for _, one := range tiers {
			err := g.try(one)
			if err == nil {
				g.record.Tier = one
				break
			}
			g.refuse(one, err)
		}
		write(g.recordDir, "guard.json", g.record)
	}
	g.groups = nil
	if e := g.enclosure; e != nil {
		g.groups = e.inside.Lineage()
	} else if own, ok := cgroup.Memory(0); ok {
		g.groups = own.Lineage()
	}
	g.before, g.kills = levels(g.groups), host.OOMKills()
}

func (g *guard) refuse(one tier, problem error) {
	g.record.Tried = append(g.record.Tried, refusal{one, brief(problem.Error())})
}

// abandon goes on to the next tier: the group worked when it was made, but the command could not be started in it.
func (g *guard) abandon(reason entryError) {
	g.refuse(g.record.Tier, reason)
	g.enclosure.remove()
	for i, one := range g.tiers {
		if one == g.record.Tier {
			g.choose(g.tiers[i+1:])
			return
		}
	}
}

func (g *guard) try(one tier) (err error) {
	switch one {
	case tierCgroup:
		g.enclosure, err = enclose(g.ceiling)
	case tierSudo:
		g.enclosure, err = encloseAsRoot(g.ceiling)
	case tierWatcher:
		return watchable()
	default:
		return errors.New("unknown")
	}
	if err == nil {
		version := g.enclosure.limit.Version
		g.record.CgroupVersion, g.record.MemoryDir, g.record.Scope = &version, g.enclosure.limit.Dir, g.enclosure.scope
	}
	return err
}

// inside is the folder of the group that the command is to run in, "" for none.
func (g *guard) inside() string {
	if g.enclosure == nil {
		return ""
	}
	return g.enclosure.inside.Dir
}

// begin follows the command, which runs by now.
func (g *guard) begin(command int) {
	g.command = command
	if g.record.Tier == tierWatcher {
		g.watch()
	}
	if g.enclosure == nil {
		return
	}
	go func() {
		for tick := time.NewTicker(inspectEvery); ; {
			if !g.encloses() {
				g.lose()
				return
			}
			select {
			case <-g.stop:
				tick.Stop()
				return
			case <-tick.C:
			}
		}
	}()
}

func (g *guard) watch() {
	g.watching = true
	go newWatcher(g.recordDir, g.ceiling, g.command).run(g.stop)
}

// encloses reports whether the command is still in its group. One that is on its way out is in no group any more, before it is
// seen to have ended.
func (g *guard) encloses() bool {
	if !g.enclosure.inside.Exists() {
		return false
	}
	isInside := func() bool {
		current, ok := cgroup.Memory(g.command)
		return !ok || current.Dir == g.enclosure.inside.Dir
	}
	// Once more, for a first thread that was on its way out at the first look: another thread that becomes a program, as when go
	// switches to another go, takes over its id.
	return isInside() || exiting(g.command) || isInside()
}

// lose goes on with the watcher, where that is allowed, when the group is gone: the ceiling stays.
func (g *guard) lose() {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.vanished = true
	for _, one := range g.tiers {
		if one == tierWatcher && !g.watching && watchable() == nil {
			g.watch()
			return
		}
	}
}

// end reads the counters once more. It must come before lower.
func (g *guard) end(result outcome) *guardEnd {
	close(g.stop)
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if g.enclosure != nil && !g.enclosure.inside.Exists() {
		g.vanished = true
	}
	end := guardEnd{
		Before: g.before, After: levels(g.groups), Vanished: g.vanished, Problems: []string{},
		VmstatOomKill: change{g.kills, host.OOMKills()},
	}
	// A command that was told to end was killed by the keeper, as far as anybody knows.
	killed := result.cancelled == "" && result.end.SignalNumber != nil && *result.end.SignalNumber == int(syscall.SIGKILL)
	if end.kills() || killed {
		var pids []int
		if g.command != 0 { // 0: it was never started
			pids = append(pids, g.command)
		}
		log := kernellog.ReadAll(g.began, pids)
		end.KernelLog = &log
	}
	return &end
}

// lower removes the groups and says what it could not remove.
func (g *guard) lower() []string {
	if g.enclosure == nil {
		return nil
	}
	return g.enclosure.remove()
}

func levels(groups []cgroup.Group) []cgroup.MemoryLevel {
	read := []cgroup.MemoryLevel{}
	for i, group := range groups {
		if i == 64 { // as many as the report takes
			break
		}
		read = append(read, group.ReadMemory())
	}
	return read
}

// brief keeps a problem readable: a program may have printed a manual.
func brief(problem string) string {
	if len(problem) > 600 {
		return problem[:600] + " ..."
	}
	return problem
}

// killsFile is where the watcher writes what it is about to kill.
func killsFile(recordDir string) string { return filepath.Join(recordDir, "watcher-kills.jsonl") }

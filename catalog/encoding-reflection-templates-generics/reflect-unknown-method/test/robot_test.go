package robot

import "testing"

func TestUnknownCommand(t *testing.T) {
	var robot Robot
	robot.Obey("Forward")
	robot.Obey("forward")
	if robot.Position != 1 {
		t.Errorf("the robot is at %d", robot.Position)
	}
}

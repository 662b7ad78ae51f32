package robot

import "testing"

func TestUnknownCommand(t *testing.T) {
	var robot Robot
	if err := robot.Do("up", "jump"); err == nil {
		t.Fatal("the robot can jump")
	}
	if robot != (Robot{Y: 1}) {
		t.Fatalf("the robot is at %v", robot)
	}
}

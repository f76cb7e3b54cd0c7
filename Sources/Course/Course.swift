public import Checking

/// This course's exercises, in the order of the lessons.
public let courseExercises: [AnyExercise] = []

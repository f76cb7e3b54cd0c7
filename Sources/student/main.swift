import Exercises
import StudentRuntime

answer(allBindings)

import FrameworkExercises
import StudentRuntime

answer(bindings05)

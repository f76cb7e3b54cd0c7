public import Checking

/// This course's exercises, in the order of the lessons.
public let courseExercises: [AnyExercise] = [
  AnyExercise(vocabularyExercise),
  AnyExercise(encodingExercise),
  AnyExercise(oneHotExercise),
  AnyExercise(inputsAndTargetsExercise),
  AnyExercise(partitionExercise),

  AnyExercise(initialParametersExercise),
  AnyExercise(activationsExercise),
  AnyExercise(stepExercise),
  AnyExercise(forwardExercise),
  AnyExercise(crossEntropyExercise),

  AnyExercise(backwardExercise),
  AnyExercise(gradientCheckExercise),
  AnyExercise(clippingExercise),
  AnyExercise(sgdExercise),
  AnyExercise(trainingExercise),
  AnyExercise(generationExercise),
  gradientTrialExercise,

  AnyExercise(initialLSTMParametersExercise),
  AnyExercise(lstmStepExercise),
  AnyExercise(lstmForwardExercise),
  AnyExercise(lstmBackwardExercise),
  AnyExercise(lstmTrainingExercise),
  traceTrialExercise,

  AnyExercise(networkExercise),
  AnyExercise(trainingStepExercise),
  AnyExercise(frameworkTrainingExercise),
  AnyExercise(carryOverExercise),

  AnyExercise(paddingExercise),
  AnyExercise(maskedCrossEntropyExercise),
  AnyExercise(batchedForwardExercise),
  AnyExercise(batchedBackwardExercise),
  AnyExercise(batchTrainingExercise),
  AnyExercise(bucketsExercise),

  AnyExercise(initialGRUParametersExercise),
  AnyExercise(gruStepExercise),
  AnyExercise(gruForwardExercise),
  AnyExercise(gruBackwardExercise),
  AnyExercise(gruTrainingExercise),

  AnyExercise(countingStringsExercise),
  AnyExercise(bracketsExercise),
  AnyExercise(bracketSamplingExercise),
  AnyExercise(judgingExercise),
  AnyExercise(nearMissesExercise),

  AnyExercise(layerForwardExercise),
  AnyExercise(levelForwardExercise),
  AnyExercise(stackForwardExercise),
  AnyExercise(layerBackwardExercise),
  AnyExercise(levelBackwardExercise),
  AnyExercise(stackBackwardExercise),
]

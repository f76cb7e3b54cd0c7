// What relations to the right result, and pairs of misconceptions, say of wrong solutions that were
// written without the catalogue; a few of them have found their way into it since.

let namedByRelation: [String: String] = [
  "06.3: a batch without its targets": "targets made as inputs is",
  "07.5: the validation curve twice": "trainingLoss made as validationLoss is",
  "04.5: the validation curve twice": "trainingLoss made as validationLoss is",
  "03.3: per tensor and always to the limit":
    "each tensor clipped by its own norm, and gradients that are always scaled to the limit",
  "03.3: half the limit": "half of the limit",
  "03.3: everything as it was": "gradients that come back as they were",
  "03.4: up the gradient and without a rate":
    "a step up the gradient, and a forgotten learning rate",
  "09.5: float32": "every tensor but dInputs in single precision",
  "09.5: the opposite sign of dInputs": "dInputs with the opposite sign",
  "09.5: dInputs twice as long": "dInputs times 2",
  "09.6: float32": "… in single precision",
  "09.6: the opposite sign of dInputs": "dInputs with the opposite sign",
  "09.6: dInputs twice as long": "dInputs times 2",
  "04.2: the biases of forget and output gate exchanged": "bf and bo exchanged",
  "07.2: the biases of reset and update gate exchanged": "bhr and bhz exchanged",
  "05.1: an output bias that nobody wants": "an output bias whatever `outputBias` says",
  "05.1: a second layer": "an LSTM of more than one layer",
  "05.1: a second direction": "a bidirectional LSTM",
  "05.4: a second bias as it was drawn": "a second bias that is left as it was drawn",
  "05.4: no bias set": "biases that are left as they were drawn",
  "05.4: an output bias as it was drawn": "an output bias that is left as it was drawn",
  "05.4: an output layer as it was drawn": "an output layer that is left as it was drawn",
  "02.2: arguments clipped to ±20":
    "a sigmoid of an argument cut to ±20, and a softmax of logits cut to ±20",
  "02.4: no bias and a softmax": "logits without their bias, and a softmax on the logits",
  "04.1: a forget gate times a tenth": "Wf orthogonal, but times 0.1",
  "04.3: no bias and a softmax": "logits without their bias, and a softmax on the logits",
  "07.3: no bias and a softmax": "logits without their bias, and a softmax on the logits",
  "01.1: no UNK and the rarest first":
    "a vocabulary without UNK, and the right list backwards, UNK last",
  "02.1: orthogonal weights with other signs": "V with the opposite sign",
  "02.3: the next token": "the column of the next word",
  "01.1: ties by a hash": "ties that do not stand in the order of first occurrence",
  "01.4: rolled, but not a single token": "a rotation: the first token follows the last",
  "01.5: the rest to the test set, but not of short lists": "the rest added to the test set",
  "01.5: shuffled": "elements that are shuffled before they are cut",
  "01.5: sorted first": "elements that are shuffled before they are cut",
  "01.5: 90/5/5": "90, 5 and 5 per cent",
  "01.1: UNK twice": "UNK twice",
  "01.1: capitals": "words in capitals",
  "01.2: ids sorted": "ids in rising order",
  "01.3: counted from the end": "ids counted from the end",
  "02.2: overflowing softmax and shifted sigmoid":
    "a softmax that is not shifted by the maximum, and tanh(x/2)/2 as the sigmoid",
  "02.2: a softmax to the base 2": "a softmax to the base 2",
  "02.5: a probability clamped at 1e-300": "a probability that is kept above 1e-300",
  "02.5: a mean over T − 1": "a mean over T − 1 steps",
  "02.5: targets one step late": "targets rolled by one step, the last one first",
  "01.1: the first sequence alone":
    "the words of the first sequence alone",
  "01.1: one word too few":
    "words without the first",
  "01.2: decoded in reverse":
    "decoded from last to first",
  "01.2: the last word forgotten":
    "encoded without the last",
  "01.3: 2 in place of 1 in the matrix":
    "matrix times 2",
  "01.4: a start token before the inputs":
    "a start token made up in front",
  "01.4: both shifted":
    "inputs without their first token, too",
  "02.2: float32":
    "every tensor in single precision",
  "02.3: V transposed and no bias":
    "a forgotten bias, and V transposed",
  "02.3: float32":
    "hidden in single precision",
  "02.4: float32 logits":
    "logits in single precision",
  "02.4: float32 states":
    "hidden in single precision",
  "02.4: targets instead of inputs in the trace":
    "inputs without the first",
  "02.5: float32":
    "sum and mean in single precision",
  "02.5: no minus and exchanged":
    "sum and mean exchanged, and sum and mean with the opposite sign",
  "03.1: 1/T and the opposite sign":
    "the gradient of the mean: 1/T, and the opposite sign",
  "03.1: dInitialHidden doubled":
    "dInitialHidden times 2",
  "03.1: dV doubled":
    "dV times 2",
  "03.1: float32":
    "every tensor but dInitialHidden in single precision",
  "03.1: no carry, and h instead of h² in the derivative":
    "a carry that is never updated, and 1 − h instead of 1 − h²",
  "03.1: the biases' signs":
    "dbOutput and dbHidden with the opposite sign",
  "03.4: momentum":
    "a momentum of 0.9",
  "03.5: a loss in bits":
    "trainingLoss and validationLoss in bits",
  "03.5: curves that are right and no parameters":
    "every tensor but trainingLoss and validationLoss that stay zero",
  "03.5: float32 curves":
    "trainingLoss in single precision",
  "03.5: one epoch too few":
    "trainingLoss without the last",
  "03.5: reverse order and no mean":
    "sequences in reverse order, and trainingLoss multiplied by N",
  "04.2: a cell clipped to ±1":
    "cell clamped to ±1.0",
  "04.2: float32":
    "hidden in single precision",
  "04.2: h = o ⊙ c without tanh, of a cell without its forget gate":
    "a cell without its forget gate: c′ + i ⊙ g, and a hidden state without tanh: o ⊙ c",
  "03.2: the square of the error":
    "squares: (a − n)² over the larger square",
  "03.3: 10⁻⁸ in place of 10⁻⁶":
    "a guard of 10⁻⁸ where 10⁻⁶ belongs",
  "04.2: a hidden state 1 − o":
    "1 − o before tanh(c)",
  "04.2: a candidate handed back before tanh":
    "the candidate's sum handed back in place of the candidate",
  "04.2: the next token":
    "the token's next neighbour in x",
  "04.2: two biases of every gate":
    "all biases added twice",
  "04.2: one bias left out":
    "a candidate without its bias",
  "04.3: float32 cells":
    "cell in single precision",
  "04.3: float32 logits":
    "logits in single precision",
  "04.3: inputs without the last":
    "inputs without the last",
  "04.3: logits in reverse order":
    "logits from last to first",
  "04.3: steps in reverse order":
    "forgetGate, inputGate, candidate, outputGate, cell and hidden from last to first",
  "04.4: dInitialCell with the wrong sign":
    "dInitialCell with the opposite sign",
  "04.4: dWf and dWi exchanged, their biases not":
    "dWf and dWi exchanged",
  "04.4: dWg forgotten":
    "dWg that stays zero",
  "04.4: dbf twice, as in a gate of two biases":
    "dbf times 2",
  "04.4: weights and bias of the input gate with df":
    "dbi made as dbf is, and dWi made as dWf is",
  "04.4: float32":
    "every tensor but dInitialHidden and dInitialCell in single precision",
  "04.4: the biases' signs":
    "dbo, dbf, dbi and dbg with the opposite sign",
  "04.5: a loss in bits":
    "trainingLoss and validationLoss in bits",
  "04.5: curves that are right and no parameters":
    "every tensor but trainingLoss and validationLoss that stay zero",
  "04.5: float32 curves":
    "trainingLoss in single precision",
  "04.5: one epoch too few":
    "trainingLoss without the last",
  "04.5: reverse order and no mean":
    "sequences in reverse order, and trainingLoss multiplied by N",
  "06.1: a mask of twos":
    "mask times 2",
  "06.1: inputs and targets exchanged":
    "inputs and targets exchanged",
  "06.2: a gradient of twice the loss":
    "dLogits times 2",
  "06.2: a loss in bits":
    "loss in bits",
  "06.2: float32":
    "dLogits in single precision",
  "06.2: one step too few":
    "dLogits without the last",
  "06.3: float32":
    "hidden in single precision",
  "06.4: dW twice":
    "dW times 2",
  "06.4: float32":
    "every tensor but dInitialHidden in single precision",
  "06.4: means over the steps":
    "every tensor but dInitialHidden divided by T",
  "06.4: the opposite sign of dU":
    "dU with the opposite sign",
  "06.5: losses in bits":
    "losses in bits",
  "06.5: losses one step late":
    "losses one place early",
  "06.5: no parameters":
    "every tensor but losses that stay zero",
  "07.2: float32":
    "hidden in single precision",
  "07.2: the other sign of z, and the gates exchanged in the result":
    "the other sign of the update gate: z ⊙ n + (1 − z) ⊙ h′, as in Chung et al. 2014, and reset and update gate exchanged in the result",
  "07.3: float32 logits":
    "logits in single precision",
  "07.3: float32 states":
    "hidden in single precision",
  "07.3: inputs without the last":
    "inputs without the last",
  "07.3: logits in reverse order":
    "logits from last to first",
  "07.3: steps in reverse order":
    "resetGate, updateGate, recurrentTerm, candidate and hidden from last to first",
  "07.4: dInitialHidden with the wrong sign":
    "dInitialHidden with the opposite sign",
  "07.4: dWhn with the wrong sign":
    "dWhn with the opposite sign",
  "07.4: dWhr and dWhz exchanged, their biases not":
    "dWhz and dWhr exchanged",
  "07.4: dWxn forgotten":
    "dWxn that stays zero",
  "07.4: dbxz twice":
    "dbxz times 2",
  "07.4: float32":
    "every tensor but dInitialHidden in single precision",
  "07.5: a loss in bits":
    "trainingLoss and validationLoss in bits",
  "07.5: curves that are right and no parameters":
    "every tensor but trainingLoss and validationLoss that stay zero",
  "07.5: float32 curves":
    "trainingLoss in single precision",
  "07.5: one epoch too few":
    "trainingLoss without the last",
  "07.5: reverse order and no mean":
    "sequences in reverse order, and trainingLoss multiplied by N",
  "08.1: a answer too few":
    "mayFollow without the last",
  "08.2: nothing closes": "nothing that ever closes",
  "08.4: a step too few":
    "sound without the last",
  "08.5: exchanged":
    "firstRefused and firstNearMiss exchanged",
  "09.1: float32":
    "hidden in single precision",
  "09.4: dInputs twice as long":
    "dInputs times 2",
  "09.4: float32":
    "every tensor but dInputs in single precision",
  "09.4: the opposite sign of dInputs":
    "dInputs with the opposite sign",
  "07.2: the mean of old state and candidate": "the mean of n and h′, without the update gate",
  "07.1: a bias of one for the reset gate": "bxr of one",
  "07.2: 1 − z handed back as the update gate": "1 − z handed back as the update gate",
  "07.2: a recurrent term without its bias, handed back": "q without its bias handed back",
  "07.2: one bias left out": "bxn left out of the candidate",
  "07.2: one matrix transposed": "Whz transposed, in the update gate",
  "06.2: the loss of B sequences, the gradient turned round":
    "the opposite sign, and a loss divided by B, a gradient by N",
  "06.1: the last token forgotten": "a last row that is left out",
  "06.2: dLogits of B × V": "dLogits of B × V",
  "06.4: both biases forgotten": "both bias gradients forgotten",
  "06.3: a mask of the step before":
    "new states before the mask in trace and logits, and initialHidden times 2",
  "09.3: tokens forgotten": "a trace without its tokens",
  "09.3: twice the bias": "a bias that is added twice",
  "09.2: no trace of the reverse layer": "a reverse layer without a trace",
  "09.1: inputs forgotten": "a trace without its inputs",
  "09.1: the cell in place of the hidden state, and the other way round":
    "hidden state and cell exchanged in the trace",
  "08.2: falling order": "tokens in falling order",
  "08.4: right for wrong": "wrong steps counted as right ones",
  "08.1: EOS twice": "EOS twice",
  "08.1: falling order": "the next letter before the first one: not in rising order",
  "08.5: in per cent": "shares in percent",
  "08.5: zero for none": "0 where there is no failure",
]

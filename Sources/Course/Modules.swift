public import Lessons

extension CourseModules {
  /// What the programs of this course are made of.
  public static let recurrentNetworks = CourseModules(
    given: ["Recurrent", "Contracts", "Transcripts", "StudentRuntime", "Pictures"],
    importedByExercises: ["Recurrent", "StudentRuntime"],
    importedByCells: ["Recurrent", "StudentRuntime", "Pictures"],
    forCellsOnly: ["Languages", "PublishedFaults"], answers: ["Reference"],
    engines: ["Engines", "Trainers"],
    frameworks: [.torch])
}

extension CourseFramework {
  /// PyTorch's C++ library.
  public static let torch = CourseFramework(
    name: "Torch", modules: ["Torch"], cModules: ["CTorch"], answers: "FrameworkReference",
    linkerFlags: ["-ltorch", "-ltorch_cpu", "-lc10", "-lstdc++"],
    lessons: "05", buildsOn: ["Recurrent"], mark: "_ZN3c10",
    header: "/usr/include/torch/csrc/api/include/torch/torch.h", nativeName: "libtorch",
    remedy: "install it (Debian and Ubuntu: sudo apt-get install g++ libtorch-dev) and run again")
}

print("student")

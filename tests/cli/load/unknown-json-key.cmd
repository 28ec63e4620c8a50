cchc --plan - list <<<'{"sections":[{"code":"I","task":[]}]}'

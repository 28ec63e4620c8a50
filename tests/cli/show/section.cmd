cchc list V; cchc show V

"""Steps of the training project, run as `python -m scripts.STEP` from models/training."""

"""What a person sees and does. It formats and listens; every figure comes from the model."""

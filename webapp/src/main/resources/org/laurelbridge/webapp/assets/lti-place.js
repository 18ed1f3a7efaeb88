// Sends what was chosen back to the platform; who has no script presses the button.
document.getElementById('place').submit();

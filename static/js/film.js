// Shows the captions of a film when it is played for the first time. An attribute would do so too, but with it a browser
// loads the captions before anybody has asked for the film.
document.addEventListener("play", ({ target: film }) => {
  if (film.dataset.captions) return;
  film.dataset.captions = "shown";
  for (const track of film.textTracks) track.mode = "showing";
}, true);

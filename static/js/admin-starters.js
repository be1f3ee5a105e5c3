// Starts the widgets of Wagtail's admin that Wagtail would start by scripts inside the page: see site/core/admin_starters.py.
// Elements may come at any time, also in a dialogue; Stimulus, which Wagtail brings, sees each of them.
(() => {
  const FUNCTIONS = ["initDateChooser", "initDateTimeChooser", "initTimeChooser", "createTaskChooser"];
  const CLASSES = ["Chooser", "PageChooser", "ImageChooser", "DocumentChooser", "SnippetChooser", "InlinePanel", "MultipleChooserPanel"];

  class Starter extends window.StimulusModule.Controller {
    static values = { name: String, arguments: Array };

    connect() {
      // A widget's own script may stand further down in a page that is still being read.
      if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", () => this.start(), { once: true });
      } else {
        this.start();
      }
    }

    start() {
      // What was started once is not started again when it is moved.
      if (!this.element.isConnected) return;
      const name = this.nameValue;
      const given = this.argumentsValue;
      this.element.remove();
      if (FUNCTIONS.includes(name)) window[name](...given);
      if (CLASSES.includes(name)) new window[name](...given);
    }
  }

  window.wagtail.app.register("starter", Starter);
})();

package deskhand.server;

import deskhand.store.FailedTasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Work that was tried as often as allowed: a person has it tried again.
@Controller
@RequestMapping("/s/{store}/failed")
class FailedController {
  private final FailedTasks failed;
  private final Shell shell;
  private final Times times;
  private final Audit audit;

  FailedController(FailedTasks failed, Shell shell, Times times, Audit audit) {
    this.failed = failed;
    this.shell = shell;
    this.times = times;
    this.audit = audit;
  }

  @GetMapping
  String list(Visit visit, Model model) {
    model.addAttribute("shell", shell.around(visit, "failed"));
    model.addAttribute("failed", failed.list(visit.id()));
    model.addAttribute("times", times.in(visit.store()));
    return "failed";
  }

  @PostMapping("/{task}")
  String again(Visit visit, @PathVariable long task) {
    failed.tryAgain(visit.id(), task);
    audit.note(visit, Audit.What.TASK_TRIED_AGAIN, Long.toString(task));
    return "redirect:" + visit.path("failed");
  }
}
